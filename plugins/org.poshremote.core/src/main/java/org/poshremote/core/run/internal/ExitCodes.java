package org.poshremote.core.run.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.poshremote.core.run.ExitStatus;

/** What numbers mean as exit codes: HRESULT, NTSTATUS and Windows errors that provisioning scripts meet. */
public final class ExitCodes {
    private static final String RESOURCE = "/org/poshremote/core/run/exitcodes.tsv";
    private static final Map<Long, String[]> KNOWN = read();

    private ExitCodes() {
    }

    /** @param code as the node sent it; its low 32 bits count */
    public static ExitStatus status(long code, Set<Long> accepted) {
        long unsigned = code & 0xFFFFFFFFL;
        String[] known = KNOWN.get(unsigned);
        return new ExitStatus(unsigned, Optional.ofNullable(known).map(cells -> cells[0]),
                Optional.ofNullable(known).map(cells -> cells[1]), unsigned == 0 || accepted.contains(unsigned));
    }

    private static Map<Long, String[]> read() {
        Map<Long, String[]> known = new HashMap<>();
        try (InputStream in = ExitCodes.class.getResourceAsStream(RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\t");
                    known.put(Long.decode(cells[0]), new String[] {cells[1], cells[2]});
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return Map.copyOf(known);
    }
}
