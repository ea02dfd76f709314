package org.poshremote.wsman.http;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A blocking write knows no time-out: this ends the connection when the deadline passes before the write is done. */
final class WriteGuard implements AutoCloseable {
    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final ScheduledFuture<?> alarm;

    private WriteGuard(ScheduledFuture<?> alarm) {
        this.alarm = alarm;
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("PoshRemote write deadline").factory());
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(10, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    static WriteGuard over(Socket socket, Deadline deadline) throws IOException {
        return new WriteGuard(TIMER.schedule(() -> {
            try {
                socket.close();
            } catch (IOException e) {
                // the write fails all the same
            }
        }, deadline.remainingMillis(), TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
