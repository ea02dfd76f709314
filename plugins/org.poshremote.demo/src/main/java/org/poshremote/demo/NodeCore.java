package org.poshremote.demo;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.poshremote.demo.auth.AcceptorFactory;
import org.poshremote.demo.internal.service.WsmanService;

/** What all connections of a node share. */
final class NodeCore {
    final WsmanService service;
    final List<AcceptorFactory> acceptors;
    final RequestLog log;
    final int maxEnvelope;
    final boolean allowUnencrypted;
    final Duration clock;
    final Optional<List<String>> offers;
    private FaultPlan faults;
    private long arrivals;
    private final Map<String, Long> arrivalsOfOperation = new HashMap<>();

    NodeCore(WsmanService service, List<AcceptorFactory> acceptors, RequestLog log, int maxEnvelope, boolean allowUnencrypted, FaultPlan faults,
            NodeFlaws flaws) {
        this.service = service;
        this.acceptors = acceptors;
        this.log = log;
        this.maxEnvelope = maxEnvelope;
        this.allowUnencrypted = allowUnencrypted;
        this.faults = flaws.plan().or(faults);
        this.clock = flaws.clock();
        this.offers = flaws.offers();
    }

    synchronized void plan(FaultPlan plan) {
        faults = plan;
        arrivals = 0;
        arrivalsOfOperation.clear();
    }

    synchronized Optional<InjectedFault> faultFor(String operation) {
        return faults.at(new FaultPlan.Arrival(++arrivals, operation, arrivalsOfOperation.merge(operation, 1L, Long::sum)));
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
