package org.poshremote.language.workspace;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** URIs of files. Clients write the same file in several ways ({@code file:///c%3A/x}, {@code file:///C:/x}); here each has one. */
public final class Locations {
    private Locations() {
    }

    /** The one way; of something that is no URI, one that names nothing. */
    public static URI of(String uri) {
        try {
            URI parsed = new URI(uri);
            return path(parsed).map(Locations::of).orElse(parsed);
        } catch (URISyntaxException e) {
            return URI.create("unknown:" + Integer.toHexString(uri.hashCode()));
        }
    }

    public static URI of(Path path) {
        // toUri() asks the disk whether it is a folder, and writes file:///
        Path absolute = path.toAbsolutePath().normalize();
        String text = absolute.toString().replace('\\', '/');
        if (text.length() > 1 && text.charAt(1) == ':') {
            text = Character.toUpperCase(text.charAt(0)) + text.substring(1);
        }
        try {
            return new URI("file", "", text.startsWith("/") ? text : "/" + text, null);
        } catch (URISyntaxException e) {
            return absolute.toUri();
        }
    }

    /** Where it is on this machine's disk. */
    public static Optional<Path> path(URI uri) {
        try {
            return "file".equalsIgnoreCase(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /** A path seen from the folder of a file; only of files on the disk. */
    static Optional<URI> resolve(URI file, String path) {
        try {
            return path(file).map(Path::getParent).map(folder -> of(folder.resolve(path)));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
