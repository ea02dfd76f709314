package org.poshremote.wsman.http;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends the connection when the deadline passes before the guard is closed: a blocking write knows no time-out, and the one of
 * a read starts anew with each byte. To be put over the plain socket, since closing a TLS one may wait for its writer.
 */
final class DeadlineGuard implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final ScheduledFuture<?> alarm;

    private DeadlineGuard(ScheduledFuture<?> alarm) {
        this.alarm = alarm;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("PoshRemote deadlines").factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    static DeadlineGuard over(Socket socket, Deadline deadline) throws IOException {
        return new DeadlineGuard(TIMER.schedule(() -> {
            try {
                socket.close();
            } catch (IOException e) {
                // whoever waits for it fails all the same
            }
        }, deadline.remainingMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
