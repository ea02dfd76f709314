package org.poshremote.demo.interpreter;

/** One command of a running pipeline. */
interface Stage {
    default void begin() {
        // most have nothing to prepare
    }

    void process(Object input);

    default void end() {
        // most have nothing left to say
    }
}
