package org.poshremote.language.navigation;

import java.util.List;
import org.poshremote.language.analysis.DataFile;
import org.poshremote.language.syntax.Expression;
import org.poshremote.language.syntax.Node;
import org.poshremote.language.workspace.Visibility;

/** Functions and files that a module manifest names. */
final class ManifestMentions {
    private final Mentions mentions;

    ManifestMentions(Mentions mentions) {
        this.mentions = mentions;
    }

    void collect() {
        if (mentions.index.file(mentions.file).flatMap(file -> file.manifest()).isEmpty()) {
            return;
        }
        DataFile.table(mentions.model.script()).ifPresent(table -> {
            DataFile.entry(table, "FunctionsToExport").ifPresent(entry -> words(entry.value(), word -> {
                if (word.value().matches("[\\w-]+")) {
                    mentions.addWord(word, new Entity.Function(Mentions.key(word.value()), -1), Mention.Role.READ);
                }
            }));
            for (String name : List.of("RootModule", "ModuleToProcess", "NestedModules", "ScriptsToProcess")) {
                DataFile.entry(table, name).ifPresent(entry -> words(entry.value(), word -> Visibility.beside(mentions.index, mentions.file, word.value())
                    .ifPresent(file -> mentions.addWord(word, new Entity.ScriptFile(file), Mention.Role.READ))));
            }
        });
    }

    private static void words(Node node, java.util.function.Consumer<Expression.StringConstant> take) {
        if (node instanceof Expression.StringConstant word) {
            take.accept(word);
        }
        node.children().forEach(child -> words(child, take));
    }
}
