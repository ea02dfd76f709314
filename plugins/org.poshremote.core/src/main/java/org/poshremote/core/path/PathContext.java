package org.poshremote.core.path;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.poshremote.core.ssh.SshHome;
import org.poshremote.core.ssh.UserSshFolder;

/**
 * What the ways to nodes depend on.
 *
 * @param connectTimeout for each connection on the way and each sign-in there
 */
public record PathContext(ProxySettings proxies, SshHome ssh, PathQuestions questions, Duration connectTimeout) {
    public PathContext {
        Objects.requireNonNull(proxies);
        Objects.requireNonNull(ssh);
        Objects.requireNonNull(questions);
        Objects.requireNonNull(connectTimeout);
    }

    /** With this person's environment and SSH folder, and nobody to ask. */
    public static PathContext ofThisUser() {
        return of(System.getenv());
    }

    public static PathContext of(Map<String, String> environment) {
        return new PathContext(new EnvironmentProxy(environment), UserSshFolder.ofThisUser(environment), PathQuestions.NONE, Duration.ofSeconds(20));
    }

    public PathContext withQuestions(PathQuestions value) {
        return new PathContext(proxies, ssh, value, connectTimeout);
    }

    public PathContext withSsh(SshHome value) {
        return new PathContext(proxies, value, questions, connectTimeout);
    }

    public PathContext withProxies(ProxySettings value) {
        return new PathContext(value, ssh, questions, connectTimeout);
    }

    public PathContext withConnectTimeout(Duration value) {
        return new PathContext(proxies, ssh, questions, value);
    }
}
