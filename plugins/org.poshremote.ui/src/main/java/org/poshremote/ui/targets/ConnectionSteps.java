package org.poshremote.ui.targets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.poshremote.core.run.NodeGreeting;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.targets.ConnectionTest.Result;
import org.poshremote.ui.targets.ConnectionTest.Step;

/** The steps to a node with how each went, and below them the outcome in words that can be copied. */
final class ConnectionSteps extends Composite {
    private final Map<Step, Label> icons = new EnumMap<>(Step.class);
    private final Map<Step, Label> labels = new EnumMap<>(Step.class);
    private final Text outcome;

    ConnectionSteps(Composite parent) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2 * Step.values().length).spacing(4, 8).applyTo(this);
        for (Step step : Step.values()) {
            Label icon = new Label(this, SWT.NONE);
            icon.setImage(Icons.STEP_OPEN.image());
            icons.put(step, icon);
            Label label = new Label(this, SWT.NONE);
            GridDataFactory.swtDefaults().grab(true, false).applyTo(label);
            labels.put(step, label);
        }
        outcome = new Text(this, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().span(2 * Step.values().length, 1).grab(true, true).hint(420, 4 * outcome.getLineHeight()).applyTo(outcome);
        clear();
    }

    void clear() {
        for (Step step : Step.values()) {
            show(step, Icons.STEP_OPEN.image(), name(step));
        }
        outcome.setText("");
    }

    void running() {
        clear();
        outcome.setText(Messages.ConnectionSteps_running);
    }

    /** In the UI thread. */
    void show(Result result, boolean https) {
        clear();
        if (result instanceof Result.Reached || result instanceof Result.Failed) {
            Optional<Step> failed = result instanceof Result.Failed failure ? Optional.of(failure.step()) : Optional.empty();
            boolean tried = !(result instanceof Result.Failed failure) || failure.tried();
            for (Step step : Step.values()) {
                if (failed.filter(step::equals).isPresent()) {
                    show(step, Icons.STEP_FAILED.image(), NLS.bind(Messages.ConnectionSteps_failed, name(step)));
                    break;
                }
                if (tried && (step != Step.TLS || https)) {
                    show(step, Icons.STEP_OK.image(), NLS.bind(Messages.ConnectionSteps_ok, name(step)));
                }
            }
        }
        outcome.setText(text(result));
        layout();
    }

    String outcomeText() {
        return outcome.getText();
    }

    /** The label of the step that failed; empty where none has. */
    String failedLabel() {
        return icons.entrySet().stream().filter(entry -> entry.getValue().getImage() == Icons.STEP_FAILED.image())
                .map(entry -> labels.get(entry.getKey()).getText()).findFirst().orElse("");
    }

    private void show(Step step, Image image, String label) {
        icons.get(step).setImage(image);
        labels.get(step).setText(label);
    }

    static String text(Result result) {
        return switch (result) {
            case Result.Reached reached -> NLS.bind(Messages.ConnectionSteps_reached, new Object[] {reached.took().toMillis(), reached.requests(),
                    reached.greeting().map(NodeGreeting::summary).orElse(Messages.ConnectionSteps_noGreeting)});
            case Result.Cancelled cancelled -> Messages.ConnectionSteps_cancelled;
            case Result.Failed failed -> failed(failed);
        };
    }

    private static String failed(Result.Failed failed) {
        List<String> lines = new ArrayList<>();
        lines.add(failed.message());
        if (!failed.offered().isEmpty()) {
            lines.add(NLS.bind(Messages.ConnectionSteps_offered, String.join(", ", failed.offered())));
        }
        failed.remedy().ifPresent(lines::add);
        return String.join("\n", lines);
    }

    static String name(Step step) {
        return switch (step) {
            case NAME -> Messages.ConnectionSteps_name;
            case PORT -> Messages.ConnectionSteps_port;
            case TLS -> Messages.ConnectionSteps_tls;
            case SIGN_IN -> Messages.ConnectionSteps_signIn;
            case SHELL -> Messages.ConnectionSteps_shell;
            case CODE_PAGE -> Messages.ConnectionSteps_codePage;
        };
    }
}
