package org.poshremote.language.syntax.internal.checks;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.language.syntax.AttributeNode;
import org.poshremote.language.syntax.AttributeNode.Attribute;
import org.poshremote.language.syntax.Expression;

/** Attributes of PowerShell on classes and their members: where they can stand, and which properties they have. Others are not judged. */
final class KnownAttributes {
    enum Place {
        CLASS, ENUM, PROPERTY, METHOD, PARAMETER
    }

    private record Known(Set<Place> places, Set<String> settable, Set<String> fixed) {
    }

    private static final Set<Place> MEMBER = EnumSet.of(Place.PROPERTY);
    private static final Set<String> CMDLET = Set.of("supportsshouldprocess", "supportspaging", "supportstransactions", "confirmimpact", "defaultparametersetname", "helpuri",
        "remotingcapability");
    private static final Map<String, Known> KNOWN = Map.ofEntries(
        Map.entry("flags", new Known(EnumSet.of(Place.ENUM), Set.of(), Set.of("typeid"))),
        Map.entry("dscresource", new Known(EnumSet.of(Place.CLASS), Set.of("runascredential"), Set.of("typeid"))),
        Map.entry("dscproperty", new Known(MEMBER, Set.of("key", "mandatory", "notconfigurable"), Set.of("typeid"))),
        Map.entry("parameter", new Known(MEMBER, Set.of("position", "parametersetname", "mandatory", "valuefrompipeline", "valuefrompipelinebypropertyname", "valuefromremainingarguments",
            "helpmessage", "helpmessagebasename", "helpmessageresourceid", "dontshow"), Set.of("typeid", "experimentname", "experimentaction"))),
        Map.entry("alias", new Known(EnumSet.of(Place.CLASS, Place.PROPERTY), Set.of(), Set.of("aliasnames", "typeid"))),
        Map.entry("validateset", new Known(MEMBER, Set.of("ignorecase", "errormessage"), Set.of("validvalues", "typeid"))),
        Map.entry("validaterange", new Known(MEMBER, Set.of(), Set.of("minrange", "maxrange", "typeid"))),
        Map.entry("validatelength", new Known(MEMBER, Set.of(), Set.of("minlength", "maxlength", "typeid"))),
        Map.entry("validatecount", new Known(MEMBER, Set.of(), Set.of("minlength", "maxlength", "typeid"))),
        Map.entry("validatepattern", new Known(MEMBER, Set.of("options", "errormessage"), Set.of("regexpattern", "typeid"))),
        Map.entry("cmdlet", new Known(EnumSet.of(Place.CLASS), CMDLET, Set.of("nounname", "verbname", "typeid"))));

    private KnownAttributes() {
    }

    static Optional<Attribute> find(List<AttributeNode> attributes, String name) {
        return attributes.stream().filter(Attribute.class::isInstance).map(Attribute.class::cast).filter(attribute -> key(attribute).equals(name.toLowerCase(Locale.ROOT))).findFirst();
    }

    private static String key(Attribute attribute) {
        String name = attribute.type().name().toLowerCase(Locale.ROOT);
        name = name.substring(name.lastIndexOf('.') + 1);
        return name.endsWith("attribute") ? name.substring(0, name.length() - "attribute".length()) : name;
    }

    static void check(AttributeNode node, Place place, Findings findings) {
        if (!(node instanceof Attribute attribute)) {
            return;
        }
        attribute.positional().forEach(value -> constant(value, findings));
        Known known = KNOWN.get(key(attribute));
        if (known != null && !known.places().contains(place)) {
            findings.add("AttributeNotAllowedOnDeclaration", attribute, attribute.type().name());
        }
        for (Attribute.Named named : attribute.named()) {
            String name = named.name().toLowerCase(Locale.ROOT);
            if (known != null && known.fixed().contains(name)) {
                findings.add("ReadOnlyProperty", named.start(), named.end(), named.name());
            } else if (known != null && !known.settable().contains(name)) {
                findings.add("PropertyNotFoundForAttribute", named.start(), named.end(), named.name());
            } else {
                named.value().ifPresent(value -> constant(value, findings));
            }
        }
    }

    private static void constant(Expression value, Findings findings) {
        if (!ConstantValues.isConstant(value)) {
            findings.add("ParameterAttributeArgumentNeedsToBeConstant", value);
        }
    }
}
