package org.poshremote.ui.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.poshremote.core.diagnose.Diagnosis;
import org.poshremote.core.diagnose.Finding;
import org.poshremote.core.diagnose.Stage;
import org.poshremote.core.diagnose.StepResult;
import org.poshremote.ui.diagnosis.Diagnoses.Shown;

/** Causes on top, then the stages with their steps. */
final class StepTree implements ITreeContentProvider {
    /** More would not be looked at. */
    private static final int CAUSES = 6;

    enum Column {
        TITLE, VERDICT, SUMMARY, COST
    }

    record CauseNode(Finding finding) {
    }

    record StageNode(Stage stage, List<StepResult> steps) {
    }

    @Override
    public Object[] getElements(Object input) {
        if (!(input instanceof Shown shown)) {
            return new Object[0];
        }
        List<Object> roots = new ArrayList<>();
        shown.end().map(Diagnosis::findings).ifPresent(findings -> findings.stream().limit(CAUSES).map(CauseNode::new).forEach(roots::add));
        Arrays.stream(Stage.values()).map(stage -> new StageNode(stage, shown.steps().stream().filter(step -> step.stage() == stage).toList()))
            .filter(stage -> !stage.steps().isEmpty()).forEach(roots::add);
        return roots.toArray();
    }

    @Override
    public Object[] getChildren(Object parent) {
        return parent instanceof StageNode stage ? stage.steps().toArray() : new Object[0];
    }

    @Override
    public Object getParent(Object element) {
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof StageNode;
    }
}
