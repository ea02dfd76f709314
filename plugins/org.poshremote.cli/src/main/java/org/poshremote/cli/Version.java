package org.poshremote.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** The version of this bundle, from its manifest. */
final class Version implements IVersionProvider {
    private static final String BUNDLE = "org.poshremote.cli";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"PoshRemote " + ofBundle(), "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"};
    }

    private static String ofBundle() throws IOException {
        for (URL url : Collections.list(Version.class.getClassLoader().getResources("META-INF/MANIFEST.MF"))) {
            try (InputStream in = url.openStream()) {
                Attributes main = new Manifest(in).getMainAttributes();
                if (BUNDLE.equals(main.getValue("Bundle-SymbolicName"))) {
                    return main.getValue("Bundle-Version");
                }
            }
        }
        throw new IOException("the manifest of " + BUNDLE + " is not on the class path");
    }
}
