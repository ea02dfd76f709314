package org.poshremote.wsman.auth.kerberos.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Which krb5.conf this JVM reads, and what to write into it. The rules are those of the JDK, which keeps one for all. */
public final class Krb5Conf {
    private Krb5Conf() {
    }

    /** The file in force, or where it would be looked for first among those that a person can write. */
    public static Path inForce() {
        String property = System.getProperty("java.security.krb5.conf", "");
        if (!property.isEmpty()) {
            return Path.of(property.startsWith("=") ? property.substring(1) : property);
        }
        Path ofJava = Path.of(System.getProperty("java.home"), "conf", "security", "krb5.conf");
        List<Path> ofSystem = ofSystem(System.getProperty("os.name", "").toLowerCase(Locale.ROOT));
        return Stream.concat(Stream.of(ofJava), ofSystem.stream()).filter(Files::exists).findFirst().orElse(ofSystem.get(0));
    }

    private static List<Path> ofSystem(String system) {
        if (system.contains("windows")) {
            return List.of(Path.of(System.getenv().getOrDefault("windir", "C:\\Windows"), "krb5.ini"));
        }
        if (system.contains("os x")) {
            return List.of(Path.of(System.getProperty("user.home"), "Library", "Preferences", "edu.mit.Kerberos"),
                Path.of("/Library/Preferences/edu.mit.Kerberos"), Path.of("/etc/krb5.conf"));
        }
        return List.of(Path.of("/etc/krb5.conf"));
    }

    /**
     * The lines that make a realm known. The DNS name of an Active Directory domain is one of its domain controllers.
     *
     * @param byDefault also for accounts without a realm
     */
    public static String linesFor(String realm, boolean byDefault) {
        String domain = realm.toLowerCase(Locale.ROOT);
        return (byDefault ? "[libdefaults]\n  default_realm = " + realm + "\n" : "") + """
            [realms]
              %1$s = {
                kdc = %2$s
              }
            [domain_realm]
              .%2$s = %1$s
              %2$s = %1$s""".formatted(realm, domain);
    }
}
