package io.switchboard.core.rest.configuration;

import io.switchboard.api.people.Right;
import io.switchboard.core.access.AccessPolicy;
import io.switchboard.core.access.Caller;
import io.switchboard.core.desk.shelf.Item;
import io.switchboard.core.desk.shelf.ItemKind;
import io.switchboard.core.desk.shelf.Shelf;
import io.switchboard.core.rest.Page;
import io.switchboard.core.rest.Parameters;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the resources of templates, macros and views do alike: for each kind there is one, at the plural of its name. */
final class ShelfItems<T, V> {
    private final Shelf shelf;
    private final ItemKind<T> kind;
    private final Function<Item<T>, V> view;

    ShelfItems(Shelf shelf, ItemKind<T> kind, Function<Item<T>, V> view) {
        this.shelf = shelf;
        this.kind = kind;
        this.view = view;
    }

    <R> Page<R> list(Caller caller, ShelfPage page, Function<Item<T>, R> shown) {
        return page.page(plural(), (after, limit) -> shelf.list(caller, kind, after, limit), shown);
    }

    Page<V> list(Caller caller, ShelfPage page) {
        return list(caller, page, view);
    }

    /** Returns an item that the caller sees, or refuses with {@code not-found}. */
    Item<T> find(Caller caller, String id) {
        AccessPolicy.require(caller, Right.TEMPLATE_USE);
        return shelf.get(caller, kind, ShelfPage.id(kind.id(), id));
    }

    void remove(Caller caller, String id, @Nullable String version) {
        Item<T> known = find(caller, id);
        shelf.remove(caller, kind, known.id(), Parameters.seen(version, known.version()));
    }

    Response made(Item<T> item) {
        return answer(Response.created(URI.create("/api/v1/" + plural() + "/" + item.id())), item);
    }

    Response found(Item<T> item) {
        return answer(Response.ok(), item);
    }

    private String plural() {
        return kind.id() + "s";
    }

    private Response answer(Response.ResponseBuilder response, Item<T> item) {
        return response.header(HttpHeaders.ETAG, Parameters.etag(item.version()))
                .entity(view.apply(item))
                .build();
    }
}
