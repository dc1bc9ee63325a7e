package io.switchboard.it.browser;

import io.switchboard.it.harness.PagePlugin;

/** Elements of plugins for tests, as their authors might write them. */
final class AddedElements {
    private AddedElements() {}

    /** A plugin whose elements in a slot break in all ways that there are; two of them do not. */
    static PagePlugin broken(String id, String slot) {
        return PagePlugin.of(id)
                .adds(
                        slot,
                        "Constructed",
                        "In its constructor",
                        "export class Constructed extends HTMLElement { constructor() { super(); throw new"
                                + " Error('broken'); } }")
                .adds(
                        slot,
                        "Connected",
                        "When it comes",
                        "export class Connected extends HTMLElement { connectedCallback() { throw new Error('broken');"
                                + " } }")
                .adds(
                        slot,
                        "Drawn",
                        "While it draws",
                        "import { LitElement } from 'lit'; export class Drawn extends LitElement { render() { throw"
                                + " new Error('broken'); } }")
                .adds(slot, "Absent", "Not there", "export const other = 1;")
                .adds(slot, "Plain", "No element", "export class Plain {}")
                .adds(
                        slot,
                        "Evaluated",
                        "Evaluates",
                        "export class Evaluated extends HTMLElement { constructor() { super(); eval('1'); } }")
                .adds(
                        slot,
                        "Hanging",
                        "Hangs",
                        "await new Promise(() => {}); export class Hanging extends HTMLElement {}")
                .adds(slot, "Stumbling", "Later", pressed("Stumbling", "throw new Error('broken');"))
                .adds(slot, "Sound", "Sound", pressed("Sound", "this.count += 1; this.requestUpdate();"));
    }

    private static String pressed(String name, String run) {
        return """
                import { html } from 'lit';
                import { PageElement } from 'switchboard/kit';
                export class %s extends PageElement {
                  count = 1;
                  render() { return html`<button type="button" @click=${() => this.press()}>Count to ${this.count}</button>`; }
                  press() { %s }
                }""".formatted(name, run);
    }

    /** The script of an element that shows the value of an expression. */
    static String says(String name, String expression) {
        return "export class " + name + " extends HTMLElement { connectedCallback() { this.textContent = " + expression
                + "; } }";
    }
}
