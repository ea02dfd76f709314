package org.poshremote.language.navigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.poshremote.language.rename.Rename;
import org.poshremote.language.rename.RenameEdit;
import org.poshremote.language.rename.RenameRefused;

class RenameTest {
    @TestFactory
    Stream<DynamicTest> renames() {
        return Rows.of("renames.txt", row -> {
            int end = row.indexOf('\n');
            String[] wanted = row.substring("-> ".length(), end).split(" ! ", 2);
            Marked marked = new Marked(row.substring(end + 1));
            Rename rename = new Rename(marked.navigation());
            if (wanted.length == 2) {
                RenameRefused refused = assertThrows(RenameRefused.class, () -> rename.to(marked.view(), marked.cursor, wanted[0], false));
                assertTrue(refused.getMessage().contains(wanted[1]), refused.getMessage());
            } else {
                List<RenameEdit> edits = edits(rename, marked, wanted[0]);
                assertTrue(edits.stream().allMatch(edit -> edit.newText().equals(wanted[0].replace("$", ""))));
                assertEquals(String.join("\n", marked.expected), String.join("\n", marked.shown(edits.stream()
                    .map(edit -> new Place(edit.file(), edit.range(), edit.range(), "", Mention.Role.READ)).toList())));
            }
        });
    }

    private static List<RenameEdit> edits(Rename rename, Marked marked, String name) {
        try {
            return rename.to(marked.view(), marked.cursor, name, false);
        } catch (RenameRefused e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    @Test
    void whatIsDoubtfulIsShownToThoseWhoCanLook() throws RenameRefused {
        Marked marked = new Marked("class Box { [int] $Si\u00A6ze }\n$_.Size\n");
        assertEquals(List.of(RenameEdit.Kind.CODE, RenameEdit.Kind.DOUBTFUL), new Rename(marked.navigation()).to(marked.view(), marked.cursor, "Width", true).stream().map(RenameEdit::kind).toList());
    }
}
