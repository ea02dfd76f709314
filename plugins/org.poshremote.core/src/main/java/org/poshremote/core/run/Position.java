package org.poshremote.core.run;

import java.util.Optional;

/**
 * A place that an error text names.
 *
 * @param file   as the node wrote it; empty for the script itself
 * @param line   from 1
 * @param column from 1; 0 where the text names none
 */
public record Position(Optional<String> file, int line, int column) {
}
