package org.poshremote.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeMemoryFileTest {
    @TempDir
    Path folder;

    @Test
    void isKeptOverProcesses() {
        NodeMemory.Facts facts = new NodeMemory.Facts(true, Optional.of("2.0.50727.1"), Optional.of("NTLM, encrypted"));
        new NodeMemoryFile(folder).keep("http://a:5985/wsman", facts);
        assertEquals(facts, new NodeMemoryFile(folder).facts("http://a:5985/wsman"));
        assertEquals(NodeMemory.Facts.NONE, new NodeMemoryFile(folder).facts("http://b:5985/wsman"));
    }

    @Test
    void aFileThatCannotBeReadIsAnEmptyOne() throws IOException {
        for (String content : new String[] {"{", "[]", "7", "{\"a\": 3}"}) {
            Files.writeString(folder.resolve("nodes.json"), content);
            assertEquals(NodeMemory.Facts.NONE, new NodeMemoryFile(folder).facts("a"), content);
        }
        Files.writeString(folder.resolve("nodes.json"), "{");
        new NodeMemoryFile(folder).keep("a", NodeMemory.Facts.NONE.withRefusesUtf8(true));
        assertEquals(true, new NodeMemoryFile(folder).facts("a").refusesUtf8());
    }
}
