package org.poshremote.wsman.winrs;

import org.poshremote.wsman.soap.Names;

/** What a remote process can be told (MS-WSMV 2.2.4.38). */
public enum Signal {
    TERMINATE("terminate"),
    /** Reaches console-mode commands alone. */
    CTRL_C("ctrl_c"),
    CTRL_BREAK("ctrl_break");

    private final String name;

    Signal(String name) {
        this.name = name;
    }

    String uri() {
        return Names.SHELL + "/signal/" + name;
    }
}
