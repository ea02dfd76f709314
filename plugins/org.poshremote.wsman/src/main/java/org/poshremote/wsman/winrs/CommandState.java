package org.poshremote.wsman.winrs;

/** Of a remote process (MS-WSMV 2.2.4.9). */
public enum CommandState {
    PENDING, RUNNING, DONE
}
