package org.poshremote.ui.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.poshremote.core.target.Target;
import org.poshremote.core.wirelog.WireLogFile;
import org.poshremote.ui.common.PoshRemotePlugin;
import org.poshremote.ui.preferences.WireLogPreference;

/** Wire logs of the last runs, where the person has switched them on; kept with the workspace until they are exported. */
public final class WireLogs {
    /** Attribute of a process: the file of its log. */
    private static final String ATTRIBUTE = PoshRemotePlugin.ID + ".wireLog";
    private static final int KEPT = 10;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    private WireLogs() {
    }

    /** Begins one for a run; empty where none is wanted. A log that cannot be written is reported and keeps no run from going on. */
    static Optional<WireLogFile> begin(RemoteProcess process, Target target) {
        return WireLogPreference.content().flatMap(content -> {
            try {
                Path folder = Files.createDirectories(folder());
                forgetOld(folder);
                Path file = folder.resolve(NAME.format(LocalDateTime.now()) + "-" + target.name().replaceAll("[^A-Za-z0-9._-]", "_") + ".log");
                WireLogFile log = WireLogFile.open(file, content, target.name() + " (" + target.address() + ")");
                process.setAttribute(ATTRIBUTE, file.toString());
                return Optional.of(log);
            } catch (IOException e) {
                PoshRemotePlugin.log(Messages.WireLogs_notWritten, e);
                return Optional.empty();
            }
        });
    }

    /** The log of a run; empty where it has none. */
    public static Optional<Path> of(RemoteProcess process) {
        return Optional.ofNullable(process.getAttribute(ATTRIBUTE)).map(Path::of).filter(Files::isRegularFile);
    }

    private static Path folder() {
        return PoshRemotePlugin.get().getStateLocation().toPath().resolve("wirelog");
    }

    private static void forgetOld(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> newestFirst = files.filter(file -> file.toString().endsWith(".log")).sorted(Comparator.reverseOrder()).toList();
            for (Path old : newestFirst.stream().skip(KEPT - 1).toList()) {
                Files.deleteIfExists(old);
            }
        }
    }
}
