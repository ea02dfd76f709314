package org.poshremote.language.workspace;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.analysis.CommentHelp;

/**
 * A function that a file declares.
 *
 * @param keyword    "function", "filter", "workflow" or "configuration"
 * @param name       without scope ({@code script:})
 * @param local      declared within another function, so that others cannot call it
 * @param advanced   with {@code [CmdletBinding()]} or {@code [Parameter()]}, so that it has the common parameters
 * @param outputType what {@code [OutputType()]} promises, where it is one type
 * @param helpText   the comment that holds its help, as written; empty where it has none
 */
public record FunctionSymbol(URI file, String keyword, String name, boolean local, boolean advanced, List<ParameterSymbol> parameters, Optional<String> outputType,
        String helpText, TextRange named, TextRange whole) {
    public FunctionSymbol {
        parameters = List.copyOf(parameters);
    }

    public Optional<CommentHelp> help() {
        return CommentHelp.parse(helpText);
    }

    /** By its whole name or an alias, otherwise by a beginning that only one has. */
    public Optional<ParameterSymbol> parameter(String written) {
        Optional<ParameterSymbol> exact = parameters.stream().filter(parameter -> parameter.isCalled(written)).findFirst();
        if (exact.isPresent() || written.isEmpty()) {
            return exact;
        }
        String key = written.toLowerCase(Locale.ROOT);
        List<ParameterSymbol> beginning = parameters.stream().filter(parameter -> parameter.name().toLowerCase(Locale.ROOT).startsWith(key)).toList();
        return beginning.size() == 1 ? Optional.of(beginning.get(0)) : Optional.empty();
    }
}
