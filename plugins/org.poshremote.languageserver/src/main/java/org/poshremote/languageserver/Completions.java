package org.poshremote.languageserver;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.CompletionItemTag;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertReplaceEdit;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.poshremote.language.completion.Proposal;
import org.poshremote.language.completion.Proposals;

/** Proposals as LSP's completion items. Documentation is made when a client asks for that of one item. Thread-safe. */
final class Completions {
    /** Clients ask about items of the list they show, or of one shown just before. */
    private static final int KEPT = 8;
    private static final String LIST = "list";
    private static final String ITEM = "item";

    private final Map<Integer, List<Proposal>> kept = new LinkedHashMap<>();
    private int lists;

    CompletionList items(OpenDocument document, int offset, Proposals proposals, TypingSupport client) {
        int list = keep(proposals.list());
        List<CompletionItem> items = new ArrayList<>(proposals.list().size());
        for (int i = 0; i < proposals.list().size(); i++) {
            CompletionItem item = item(document, offset, proposals.list().get(i), client);
            item.setSortText(String.format(Locale.ROOT, "%04d", i));
            JsonObject data = new JsonObject();
            data.addProperty(LIST, list);
            data.addProperty(ITEM, i);
            item.setData(data);
            items.add(item);
        }
        return new CompletionList(!proposals.complete(), items);
    }

    private synchronized int keep(List<Proposal> list) {
        kept.put(++lists, list);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return lists;
    }

    /** With its documentation, where the item is of a list that is still known. */
    CompletionItem resolved(CompletionItem item, TypingSupport client) {
        if (item.getData() instanceof JsonObject data && data.has(LIST) && data.has(ITEM)) {
            List<Proposal> list;
            synchronized (this) {
                list = kept.getOrDefault(data.get(LIST).getAsInt(), List.of());
            }
            int index = data.get(ITEM).getAsInt();
            if (index >= 0 && index < list.size() && list.get(index).label().equals(item.getLabel())) {
                String documentation = list.get(index).documentation().get();
                if (!documentation.isBlank()) {
                    item.setDocumentation(Texts.markup(documentation, client.markdownItems()));
                }
            }
        }
        return item;
    }

    private static CompletionItem item(OpenDocument document, int offset, Proposal proposal, TypingSupport client) {
        CompletionItem item = new CompletionItem(proposal.label());
        item.setKind(kind(proposal.kind()));
        boolean snippet = client.snippets() && proposal.snippet().isPresent();
        item.setInsertTextFormat(snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText);
        String text = snippet ? proposal.snippet().get() : proposal.insert();
        Range replace = document.range(proposal.replace());
        item.setTextEdit(client.insertReplace() ? Either.forRight(new InsertReplaceEdit(text, document.range(proposal.replace().start(), offset), replace))
            : Either.forLeft(new TextEdit(replace, text)));
        if (!proposal.filter().equals(proposal.label())) {
            item.setFilterText(proposal.filter());
        }
        if (!proposal.detail().isEmpty()) {
            item.setDetail(proposal.detail());
            if (client.labelDetails()) {
                item.setLabelDetails(details(proposal));
            }
        }
        if (client.commitCharacters() && !proposal.commit().isEmpty()) {
            item.setCommitCharacters(proposal.commit().chars().mapToObj(Character::toString).toList());
        }
        if (proposal.missing()) {
            if (client.struckThrough()) {
                item.setTags(List.of(CompletionItemTag.Deprecated));
            } else {
                item.setDeprecated(true);
            }
        }
        return item;
    }

    private static CompletionItemLabelDetails details(Proposal proposal) {
        CompletionItemLabelDetails details = new CompletionItemLabelDetails();
        switch (proposal.kind()) {
            case COMMAND, FUNCTION, ALIAS, TYPE, ENUM, MODULE, SNIPPET -> details.setDescription(proposal.detail());
            default -> details.setDetail(" " + proposal.detail());
        }
        return details;
    }

    private static CompletionItemKind kind(Proposal.Kind kind) {
        return switch (kind) {
            case FUNCTION, COMMAND, ALIAS -> CompletionItemKind.Function;
            case PARAMETER, KEY, PROPERTY -> CompletionItemKind.Property;
            case VALUE -> CompletionItemKind.Value;
            case VARIABLE -> CompletionItemKind.Variable;
            case METHOD -> CompletionItemKind.Method;
            case TYPE -> CompletionItemKind.Class;
            case ENUM -> CompletionItemKind.Enum;
            case ENUM_VALUE -> CompletionItemKind.EnumMember;
            case NAMESPACE, MODULE -> CompletionItemKind.Module;
            case KEYWORD, TAG -> CompletionItemKind.Keyword;
            case OPERATOR -> CompletionItemKind.Operator;
            case SNIPPET -> CompletionItemKind.Snippet;
            case FILE -> CompletionItemKind.File;
            case FOLDER -> CompletionItemKind.Folder;
            case RESOURCE -> CompletionItemKind.Struct;
        };
    }
}
