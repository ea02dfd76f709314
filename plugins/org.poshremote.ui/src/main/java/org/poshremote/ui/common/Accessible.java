package org.poshremote.ui.common;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Names for controls whose label is not the one right before them. */
public final class Accessible {
    private Accessible() {
    }

    public static void name(Control control, String label) {
        String name = label.replace("&", "").replaceAll(":$", "");
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
    }
}
