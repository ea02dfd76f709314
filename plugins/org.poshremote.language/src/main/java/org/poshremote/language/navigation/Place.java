package org.poshremote.language.navigation;

import java.net.URI;
import org.poshremote.language.workspace.TextRange;

/**
 * A mention in some file.
 *
 * @param whole what is declared there with all that belongs to it, or the same as {@code named}
 */
public record Place(URI file, TextRange named, TextRange whole, String written, Mention.Role role) {
}
