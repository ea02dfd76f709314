package org.poshremote.editor.input;

import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Shows which bracket belongs to the one at the caret. */
public final class BracketPairs extends DefaultCharacterPairMatcher {
    public BracketPairs() {
        super(new char[] {'(', ')', '{', '}', '[', ']'});
    }
}
