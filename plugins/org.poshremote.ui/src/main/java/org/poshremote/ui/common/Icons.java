package org.poshremote.ui.common;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** The bundle's own pictures, drawn so that they can be told apart on light and on dark ground. */
public enum Icons {
    TARGET("target"),
    /** Overlays, half as wide. */
    STATE_OK("state-ok"), STATE_FAILED("state-failed"), STATE_BUSY("state-busy"), STATE_PROTECTED("state-protected"), STATE_UNVERIFIED("state-unverified"),
    GROUP("group"), TARGETS("targets"), NEW_TARGET("new-target"), RUN("run-remote"), TEST("test-connection"), SCRIPT("script"), DEMO("demo"),
    REMOTE_TAB("remote-tab"), DIAGNOSIS("diagnosis"), CAUSE("cause"), STEP_WARNING("step-warning"), STEP_OK("step-ok"), STEP_FAILED("step-failed"), STEP_OPEN("step-open"), CODE_PAGE("code-page"),
    WIZARD("wizard-target");

    private final String file;

    Icons(String name) {
        file = "icons/" + name + ".svg";
    }

    public ImageDescriptor descriptor() {
        return ResourceLocator.imageDescriptorFromBundle(PoshRemotePlugin.ID, file)
                .orElseThrow(() -> new IllegalStateException(file + " is not in the bundle"));
    }

    /** Shared; never to be disposed of. In the UI thread. */
    public Image image() {
        ImageRegistry registry = PoshRemotePlugin.get().getImageRegistry();
        if (registry.getDescriptor(file) == null) {
            registry.put(file, descriptor());
        }
        return registry.get(file);
    }
}
