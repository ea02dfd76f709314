package org.poshremote.demo;

import java.util.Optional;

/** Decides for each request whether something goes wrong with it. Called by several threads. */
@FunctionalInterface
public interface FaultPlan {
    /**
     * @param number         the request's number since the plan was set, from 1, over all connections; legs of a login count
     * @param operation      as in the request log: {@code Create}, {@code Receive}, {@code Authenticate} ...
     * @param ofItsOperation the request's number among those of its operation since the plan was set, from 1
     */
    record Arrival(long number, String operation, long ofItsOperation) {
    }

    Optional<InjectedFault> at(Arrival arrival);

    static FaultPlan none() {
        return arrival -> Optional.empty();
    }

    static FaultPlan at(long number, InjectedFault fault) {
        return arrival -> arrival.number() == number ? Optional.of(fault) : Optional.empty();
    }

    static FaultPlan every(long count, InjectedFault fault) {
        return arrival -> arrival.number() % count == 0 ? Optional.of(fault) : Optional.empty();
    }

    static FaultPlan at(String operation, long number, InjectedFault fault) {
        return arrival -> arrival.operation().equals(operation) && arrival.ofItsOperation() == number ? Optional.of(fault) : Optional.empty();
    }

    static FaultPlan every(String operation, long count, InjectedFault fault) {
        return arrival -> arrival.operation().equals(operation) && arrival.ofItsOperation() % count == 0 ? Optional.of(fault) : Optional.empty();
    }

    /** This plan's fault, or else the other's. */
    default FaultPlan or(FaultPlan other) {
        return arrival -> at(arrival).or(() -> other.at(arrival));
    }
}
