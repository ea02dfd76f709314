package org.poshremote.cli.run;

import java.util.function.Consumer;
import org.poshremote.core.run.CredentialSource;
import org.poshremote.core.run.Run;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.run.RunEvent;
import org.poshremote.core.run.RunOutcome;
import org.poshremote.core.run.RunRequest;

/** Carries a run out. */
@FunctionalInterface
public interface Runner {
    Runner ON_NODE = (request, credentials, events, context) -> {
        Run run = Run.start(request, credentials, events, context);
        return new Going() {
            @Override
            public void cancel() {
                run.cancel();
            }

            @Override
            public RunOutcome await() throws InterruptedException {
                return run.await();
            }

            @Override
            public void close() {
                run.close();
            }
        };
    };

    Going start(RunRequest request, CredentialSource credentials, Consumer<RunEvent> events, RunContext context);

    /** A run that has begun; see {@link Run}. */
    interface Going extends AutoCloseable {
        void cancel();

        RunOutcome await() throws InterruptedException;

        @Override
        void close();
    }
}
