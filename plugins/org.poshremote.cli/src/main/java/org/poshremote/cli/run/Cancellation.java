package org.poshremote.cli.run;

/** Cancels a run as soon as there is one: the wish may come before, from any thread. Further wishes do nothing. */
final class Cancellation {
    private Runnable cancel;
    private boolean wanted;

    void request() {
        Runnable now;
        synchronized (this) {
            now = wanted ? null : cancel;
            wanted = true;
        }
        if (now != null) {
            now.run();
        }
    }

    /** @param how quick, and harmless where the run has ended */
    void of(Runnable how) {
        synchronized (this) {
            cancel = how;
            if (!wanted) {
                return;
            }
        }
        how.run();
    }
}
