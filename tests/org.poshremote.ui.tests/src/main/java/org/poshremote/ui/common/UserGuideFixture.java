package org.poshremote.ui.common;

import java.io.IOException;
import java.net.URL;

/** The user guide for tests of other packages. */
public final class UserGuideFixture {
    private UserGuideFixture() {
    }

    public static URL url(String page) throws IOException {
        return UserGuide.url(page);
    }
}
