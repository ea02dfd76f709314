package org.poshremote.cli.scripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;

/**
 * The scripts that a person means by files and folders.
 *
 * @param folder the one that the command is called in
 */
public record ScriptPaths(Path folder) {
    /** Files as they are, and all scripts of folders, each once. */
    public List<Path> files(List<Path> paths) throws CommandFailure {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            Path resolved = folder.resolve(path);
            if (!Files.exists(resolved)) {
                throw new CommandFailure(ExitCodes.DATA, "there is no file or folder " + path + ".");
            }
            if (Files.isDirectory(resolved)) {
                try (Stream<Path> inside = Files.walk(resolved)) {
                    inside.filter(ScriptPaths::isScript).filter(Files::isRegularFile).sorted().forEach(files::add);
                } catch (IOException | UncheckedIOException e) {
                    throw new CommandFailure(ExitCodes.DATA, "the folder " + path + " cannot be read: " + e.getMessage(), e);
                }
            } else {
                files.add(resolved);
            }
        }
        return files.stream().distinct().toList();
    }

    private static boolean isScript(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ps1") || name.endsWith(".psm1") || name.endsWith(".psd1");
    }

    /** As the person would name it, from where they are. */
    public String shown(Path file) {
        Path here = folder.toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
    }
}
