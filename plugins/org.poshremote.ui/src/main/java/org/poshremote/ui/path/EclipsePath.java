package org.poshremote.ui.path;

import org.poshremote.core.path.PathContext;
import org.poshremote.core.run.RunSettings;

/** How nodes are reached from the IDE: by Eclipse's proxies, Eclipse's SSH keys and known servers, asking in dialogs. */
public final class EclipsePath {
    private EclipsePath() {
    }

    public static PathContext context() {
        return new PathContext(new EclipseProxies(), new EclipseSsh(), new EclipseQuestions(), RunSettings.DEFAULTS.connectTimeout());
    }
}
