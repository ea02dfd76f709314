package org.poshremote.cli.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.poshremote.cli.CommandFailure;
import org.poshremote.cli.ExitCodes;
import org.poshremote.cli.Surroundings;
import org.poshremote.cli.demo.DemoNodes;
import org.poshremote.cli.options.TargetOptions;
import org.poshremote.cli.targets.Targets;
import org.poshremote.cli.terminal.PasswordSource;
import org.poshremote.core.connection.SignIn;
import org.poshremote.core.run.CredentialSource;
import org.poshremote.core.run.NodeMemory;
import org.poshremote.core.run.RunContext;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetListing;
import org.poshremote.core.target.TargetStore;
import org.poshremote.demo.DemoNode;
import org.poshremote.wsman.Secret;

/**
 * The target that the options name, ready to be run on. Closing ends the demo node where there is one.
 *
 * @param context what runs on it share
 * @param demo    the node itself, where it lives in this process
 */
public record ChosenTarget(Target target, RunContext context, Optional<DemoNode> demo) implements AutoCloseable {

    /** @throws CommandFailure where there is no such target, or its values are still to be confirmed */
    public static ChosenTarget of(TargetOptions options, Surroundings surroundings) throws CommandFailure {
        if (options.on().isPresent() == options.host().isPresent()) {
            throw new CommandFailure(ExitCodes.USAGE, options.on().isPresent()
                ? "--on names a saved target and --host a machine: give one of them."
                : "say where to run: --on TARGET for a saved target, --host HOST --user USER for another machine, or --on demo to try it out.");
        }
        options.connection().useKerberosConfiguration(surroundings.environment());
        try {
            return options.host().isPresent()
                ? new ChosenTarget(options.connection().applyTo(Target.at(options.host().get())).build(), surroundings.runContext(), Optional.empty())
                : named(options.on().get(), options, surroundings);
        } catch (IllegalArgumentException e) { // a part of a target that cannot be, in a sentence for the person
            throw new CommandFailure(ExitCodes.USAGE, e.getMessage(), e);
        }
    }

    private static ChosenTarget named(String name, TargetOptions options, Surroundings surroundings) throws CommandFailure {
        TargetStore store = Targets.store(surroundings);
        boolean saved = store.find(name).isPresent();
        if (!saved && DemoNodes.isDemo(name)) {
            DemoNode node = DemoNodes.start(name, surroundings);
            Target target = options.connection().applyTo(DemoNodes.target(node, name, options.connection().https()));
            // another demo node may have this port tomorrow: nothing of it is worth remembering
            return new ChosenTarget(target, surroundings.runContext().withMemory(NodeMemory.ofThisProcess()), Optional.of(node));
        }
        TargetListing listing = Targets.load(store, surroundings.terminal());
        StoredTarget stored = Targets.find(listing, name);
        Target target = stored.forUse().orElseThrow(() -> unconfirmed(stored));
        return new ChosenTarget(options.connection().applyTo(target), surroundings.runContext(), Optional.empty());
    }

    private static CommandFailure unconfirmed(StoredTarget stored) {
        String name = stored.definition().name();
        String values = stored.unconfirmed().stream()
            .map(value -> System.lineSeparator() + "  " + value.property() + " = " + value.value() + ": " + value.risk())
            .collect(Collectors.joining());
        return new CommandFailure(ExitCodes.USAGE, "the target " + name + " comes from " + stored.origin().file()
            + ", which others can change, and asks for what you have not confirmed on this machine:" + values + System.lineSeparator()
            + "If this is what you want: poshremote targets confirm \"" + name + "\"");
    }

    /** Asks where the target is protected; comes back where it may be run on. */
    public void confirm(String what, TargetOptions options, Surroundings surroundings) throws CommandFailure {
        Confirmation.ask(target, what, options, surroundings);
    }

    /**
     * Has the password at once, so that nobody is asked while the run goes on. None where the run will be refused anyway.
     * Closing what comes back wipes it.
     */
    public Credentials credentials(TargetOptions options, Surroundings surroundings) throws CommandFailure {
        if (demo.isPresent() && !options.passwordFromStandardInput()) {
            return new Credentials(Optional.of(demo.get().password()), Optional.empty());
        }
        PasswordSource source = new PasswordSource(surroundings.terminal(), surroundings.environment(), surroundings.in());
        if (SignIn.of(target).refusal().isPresent()) {
            return Credentials.NONE;
        }
        if (target.ssh()) { // asked for where the server takes no key, and not before
            return options.passwordFromStandardInput()
                ? new Credentials(Optional.of(source.password(target.user(), target.name(), true)), Optional.empty(), Optional::empty)
                : new Credentials(Optional.empty(), Optional.empty(), () -> source.passwordIfAny(target.user(), target.name()));
        }
        boolean needed = SignIn.needsPassword(target);
        Optional<Secret> password = needed ? Optional.of(source.password(target.user(), target.name(), options.passwordFromStandardInput())) : Optional.empty();
        try {
            // a line of standard input is the account's password, or the key's where no account's is needed
            return new Credentials(password, SignIn.needsKeyPassword(target)
                ? Optional.of(source.keyPassword(SignIn.certificateWords(target), options.passwordFromStandardInput() && !needed)) : Optional.empty());
        } catch (CommandFailure e) {
            password.ifPresent(Secret::close);
            throw e;
        }
    }

    /**
     * The passwords for as long as a command needs them.
     *
     * @param key   that of a client certificate's key
     * @param later asks for the account's where it turns out to be needed
     */
    public record Credentials(Optional<Secret> password, Optional<Secret> key, Supplier<Optional<Secret>> later) implements CredentialSource, AutoCloseable {
        public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

        Credentials(Optional<Secret> password, Optional<Secret> key) {
            this(password, key, Optional::empty);
        }

        boolean any() {
            return password.isPresent() || key.isPresent();
        }

        @Override
        public Optional<Secret> keyPassword(Target target) {
            return key.map(Secret::copy);
        }

        @Override
        public Optional<Secret> password(Target target) {
            return password.map(Secret::copy).or(later);
        }

        @Override
        public void close() {
            password.ifPresent(Secret::close);
            key.ifPresent(Secret::close);
        }
    }

    @Override
    public void close() {
        demo.ifPresent(node -> {
            try {
                node.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
