package org.poshremote.demo.interpreter;

import org.poshremote.language.syntax.Script;
import org.poshremote.language.syntax.ScriptBlock;

/**
 * A script block as a value.
 *
 * @param script the text it stands in, for positions
 */
record ScriptBlockValue(Script script, ScriptBlock block) {
    /** The text between the braces, or of the whole script. */
    String inside() {
        String text = script.text().substring(block.start(), block.end());
        return text.startsWith("{") && text.endsWith("}") && block != script.root() ? text.substring(1, text.length() - 1) : text;
    }
}
