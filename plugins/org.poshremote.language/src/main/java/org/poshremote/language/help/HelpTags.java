package org.poshremote.language.help;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The tags of comment-based help (about_Comment_Based_Help) with what each is for. */
public final class HelpTags {
    private static final Map<String, String> TAGS = new LinkedHashMap<>();

    static {
        TAGS.put("SYNOPSIS", "What it does, in one sentence.");
        TAGS.put("DESCRIPTION", "What it does, in full.");
        TAGS.put("PARAMETER", "What a parameter means; its name follows on the same line.");
        TAGS.put("EXAMPLE", "A command, and below it what it does. May occur several times.");
        TAGS.put("INPUTS", "The types of objects that can come in by the pipeline.");
        TAGS.put("OUTPUTS", "The types of objects that it gives.");
        TAGS.put("NOTES", "What else there is to know.");
        TAGS.put("LINK", "The name of a related topic, or an address on the web.");
        TAGS.put("COMPONENT", "The technology that it belongs to.");
        TAGS.put("ROLE", "For whom it is meant.");
        TAGS.put("FUNCTIONALITY", "What it is used for.");
        TAGS.put("FORWARDHELPTARGETNAME", "Shows the help of another command instead; its name follows.");
        TAGS.put("FORWARDHELPCATEGORY", "The kind of command in FORWARDHELPTARGETNAME, such as Cmdlet or Function.");
        TAGS.put("REMOTEHELPRUNSPACE", "Takes the help from a session; the variable that holds it follows.");
        TAGS.put("EXTERNALHELP", "Takes the help from an XML file; its path follows.");
    }

    private HelpTags() {
    }

    /** @param name without dot, in any case */
    public static boolean isTag(String name) {
        return TAGS.containsKey(name.toUpperCase(Locale.ROOT));
    }

    /** In the order in which they are usually written. */
    public static Map<String, String> all() {
        return TAGS;
    }
}
