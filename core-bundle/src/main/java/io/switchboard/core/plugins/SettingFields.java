package io.switchboard.core.plugins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads which settings a plugin declares by its metatype. */
@Component(service = SettingFields.class)
public final class SettingFields {
    private static final Logger LOG = LoggerFactory.getLogger(SettingFields.class);

    /** Whatever the machine speaks: the texts of other languages are those of {@link InstalledTexts}. */
    private static final String ENGLISH = "en";

    private final MetaTypeService metatypes;

    /** Makes it. */
    @Activate
    public SettingFields(@Reference MetaTypeService metatypes) {
        this.metatypes = metatypes;
    }

    /** Returns the settings of a plugin; of two of one name the later is called {@code pid:name}. */
    Map<String, SettingField> of(Bundle bundle) {
        Map<String, SettingField> fields = new LinkedHashMap<>();
        MetaTypeInformation information = metatypes.getMetaTypeInformation(bundle);
        if (information == null || information.getPids() == null) {
            return fields;
        }
        for (String pid : sorted(information.getPids())) {
            ObjectClassDefinition definition = information.getObjectClassDefinition(pid, ENGLISH);
            Set<String> required = attributes(definition, ObjectClassDefinition.REQUIRED).stream()
                    .map(AttributeDefinition::getID)
                    .collect(Collectors.toSet());
            for (AttributeDefinition attribute : attributes(definition, ObjectClassDefinition.ALL)) {
                SettingField field = field(pid, attribute, required.contains(attribute.getID()));
                String name = fields.containsKey(field.name()) ? pid + ":" + field.name() : field.name();
                fields.put(name, field);
            }
        }
        return fields;
    }

    private static List<String> sorted(String[] pids) {
        return Arrays.stream(pids).sorted().toList();
    }

    private static List<AttributeDefinition> attributes(ObjectClassDefinition definition, int filter) {
        AttributeDefinition @Nullable [] attributes = definition.getAttributeDefinitions(filter);
        return attributes == null ? List.of() : List.of(attributes);
    }

    private static SettingField field(String pid, AttributeDefinition attribute, boolean required) {
        List<String> initial = initial(attribute);
        String name = attribute.getName();
        return new SettingField(
                pid,
                attribute.getID(),
                name == null ? attribute.getID() : name,
                attribute.getDescription(),
                attribute.getType(),
                attribute.getCardinality() != 0,
                required && initial.isEmpty(),
                choices(attribute),
                initial,
                attribute);
    }

    /** Returns the defaults; those that are none of the type are the plugin's mistake and left out. */
    private static List<String> initial(AttributeDefinition attribute) {
        List<String> initial = new ArrayList<>();
        String[] declared = attribute.getDefaultValue();
        for (String text : declared == null ? new String[0] : declared) {
            try {
                SettingField.typed(attribute.getType(), text);
                initial.add(text);
            } catch (NumberFormatException mistaken) {
                LOG.warn("The setting {} has a default that is no number: {}", attribute.getID(), text);
            }
        }
        return initial;
    }

    private static Map<String, String> choices(AttributeDefinition attribute) {
        Map<String, String> choices = new LinkedHashMap<>();
        String[] values = attribute.getOptionValues();
        String[] labels = attribute.getOptionLabels();
        for (int index = 0; values != null && index < values.length; index++) {
            choices.put(values[index], labels == null ? values[index] : labels[index]);
        }
        return choices;
    }
}
