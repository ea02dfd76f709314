package org.poshremote.language.analysis;

import java.util.Locale;
import java.util.Optional;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.syntax.PipelineElement;
import org.poshremote.language.syntax.Statement;

/** Paths to other scripts, as far as the text alone tells them. */
public final class Paths {
    private static final String ROOT = "$PSScriptRoot";

    private Paths() {
    }

    /** A word or string in which no variable stands but {@code $PSScriptRoot} at its beginning; also {@code (Join-Path $PSScriptRoot x)}. */
    static Optional<String> asWritten(Node word) {
        return switch (word) {
            case Expression.StringConstant text -> Optional.of(text.value());
            case Expression.ExpandableString text -> expandable(text);
            case Expression.Paren paren when paren.pipeline() instanceof Statement.Pipeline pipeline && pipeline.elements().size() == 1 -> switch (pipeline.elements().get(0)) {
                case PipelineElement.Command command when command.name().equalsIgnoreCase("Join-Path") -> joined(command);
                case PipelineElement.CommandExpression only -> asWritten(only.expression());
                default -> Optional.empty();
            };
            default -> Optional.empty();
        };
    }

    private static Optional<String> expandable(Expression.ExpandableString text) {
        StringBuilder path = new StringBuilder();
        for (Expression part : text.parts()) {
            if (part instanceof Expression.StringConstant constant) {
                path.append(constant.value());
            } else if (path.isEmpty() && isRoot(part)) {
                path.append(ROOT);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(path.toString());
    }

    private static boolean isRoot(Node part) {
        return part instanceof Expression.Variable variable && variable.path().equalsIgnoreCase("PSScriptRoot")
            || part instanceof Expression.SubExpression sub && sub.statements().statements().size() == 1
                && sub.statements().statements().get(0) instanceof Statement.Pipeline pipeline && pipeline.expression().filter(Paths::isRoot).isPresent();
    }

    private static Optional<String> joined(PipelineElement.Command command) {
        Optional<Expression> folder = Commands.argument(command, "Path", 0);
        Optional<String> child = Commands.argument(command, "ChildPath", 1).flatMap(Paths::asWritten);
        if (folder.isEmpty() || child.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> base = isRoot(folder.get()) ? Optional.of(ROOT) : asWritten(folder.get());
        return base.map(path -> path + "/" + child.get());
    }

    /** The path beside the script that a word is, as in {@link Inclusion#localPath()}. */
    public static Optional<String> localPath(Node word) {
        return asWritten(word).flatMap(Paths::local);
    }

    /** Relative to the script, where the path is. */
    static Optional<String> local(String written) {
        String path = written.replace('\\', '/');
        boolean beside = path.toLowerCase(Locale.ROOT).startsWith(ROOT.toLowerCase(Locale.ROOT) + "/");
        if (beside) {
            path = path.substring(ROOT.length() + 1);
        }
        boolean isFile = beside || path.startsWith("./") || path.startsWith("../");
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        return isFile && !path.isEmpty() && !path.contains("$") && !path.contains("*") ? Optional.of(path) : Optional.empty();
    }
}
