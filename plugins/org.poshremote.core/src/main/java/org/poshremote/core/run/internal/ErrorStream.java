package org.poshremote.core.run.internal;

import java.nio.charset.Charset;

/** Turns the bytes of standard error into events. One thread. */
public interface ErrorStream {
    void accept(byte[] bytes);

    /** Nothing came for a while: what is held back to be complete is given as it is. */
    void idle();

    void finish();

    /** Makes one for a run. */
    @FunctionalInterface
    interface Factory {
        ErrorStream of(Charset charset, Emitter emitter);
    }
}
