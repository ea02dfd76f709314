package org.poshremote.wsman.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Services in Python that stand beside a test class as resources. */
public final class PythonNode {
    private PythonNode() {
    }

    /** Puts a script, and the module that all of them share, into a folder from which it can be started. */
    public static Path script(Class<?> test, String name, Path folder) throws IOException {
        copy(PythonNode.class, "winrm_http.py", folder);
        return copy(test, name, folder);
    }

    private static Path copy(Class<?> beside, String name, Path folder) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream source = beside.getResourceAsStream(name)) {
            Files.copy(source, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }
}
