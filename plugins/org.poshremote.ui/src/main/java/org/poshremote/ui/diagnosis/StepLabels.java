package org.poshremote.ui.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.StepResult;
import org.poshremote.core.diagnose.Verdict;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.diagnosis.Diagnoses.Shown;

/** Icon and words of causes, stages and steps. */
final class StepLabels extends ColumnLabelProvider {
    private final StepTree.Column column;

    StepLabels(StepTree.Column column) {
        this.column = column;
    }

    @Override
    public String getText(Object element) {
        return switch (element) {
            case StepTree.CauseNode cause -> switch (column) {
                case TITLE -> NLS.bind(Messages.Labels_cause, cause.finding().code());
                case VERDICT -> cause.finding().likelihood();
                case SUMMARY -> cause.finding().cause().title();
                case COST -> "";
            };
            case StepTree.StageNode stage -> switch (column) {
                case TITLE -> stage.stage().title();
                case VERDICT -> worst(stage.steps()).word();
                case SUMMARY, COST -> "";
            };
            case StepResult step -> switch (column) {
                case TITLE -> step.title();
                case VERDICT -> step.verdict().word();
                case SUMMARY -> step.summary().replaceAll("\\s+", " ");
                case COST -> step.verdict() == Verdict.SKIPPED || step.verdict() == Verdict.NOT_REACHED ? "" : NLS.bind(Messages.Labels_millis, step.cost().toMillis());
            };
            default -> "";
        };
    }

    @Override
    public Image getImage(Object element) {
        if (column != StepTree.Column.TITLE) {
            return null;
        }
        return switch (element) {
            case StepTree.CauseNode cause -> Icons.CAUSE.image();
            case StepTree.StageNode stage -> icon(worst(stage.steps())).image();
            case StepResult step -> icon(step.verdict()).image();
            default -> null;
        };
    }

    @Override
    public String getToolTipText(Object element) {
        return switch (element) {
            case StepResult step -> step.summary();
            case StepTree.CauseNode cause -> cause.finding().cause().title();
            default -> null;
        };
    }

    private static Verdict worst(List<StepResult> steps) {
        List<Verdict> order = List.of(Verdict.FAILED, Verdict.WARNING, Verdict.PASSED, Verdict.NOT_REACHED, Verdict.SKIPPED);
        return steps.stream().map(StepResult::verdict).min(Comparator.comparingInt(order::indexOf)).orElse(Verdict.SKIPPED);
    }

    static Icons icon(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> Icons.STEP_OK;
            case FAILED -> Icons.STEP_FAILED;
            case WARNING -> Icons.STEP_WARNING;
            case NOT_REACHED, SKIPPED -> Icons.STEP_OPEN;
        };
    }

    static Icons icon(Optional<Shown> shown) {
        return shown.flatMap(Shown::end).map(Diagnosis::outcome).map(outcome -> switch (outcome) {
            case HEALTHY -> Icons.STEP_OK;
            case WARNING -> Icons.STEP_WARNING;
            case FAILED -> Icons.STEP_FAILED;
            case CANCELLED -> Icons.STEP_OPEN;
        }).orElse(Icons.TEST);
    }
}
