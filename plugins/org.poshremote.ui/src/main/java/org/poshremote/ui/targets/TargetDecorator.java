package org.poshremote.ui.targets;

import java.util.Optional;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.ILightweightLabelDecorator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.LabelProviderChangedEvent;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.common.Ui;

/** Marks on the icon of a target: how the last contact went, that it is protected, that anybody passes for it. The words beside it say the same. */
public final class TargetDecorator extends LabelProvider implements ILightweightLabelDecorator {
    private final Runnable changed = () -> Ui.later(() -> fireLabelProviderChanged(new LabelProviderChangedEvent(this)));

    public TargetDecorator() {
        Targets.get().addListener(changed);
    }

    /** In a thread of the platform. */
    @Override
    public void decorate(Object element, IDecoration decoration) {
        if (element instanceof TargetTree.Leaf leaf) {
            state(leaf.stored()).ifPresent(icon -> decoration.addOverlay(icon.descriptor(), IDecoration.BOTTOM_RIGHT));
            if (leaf.stored().definition().protectedTarget()) {
                decoration.addOverlay(Icons.STATE_PROTECTED.descriptor(), IDecoration.TOP_RIGHT);
            }
            if (leaf.stored().definition().unverified()) {
                decoration.addOverlay(Icons.STATE_UNVERIFIED.descriptor(), IDecoration.TOP_LEFT);
            }
        }
    }

    private static Optional<Icons> state(StoredTarget stored) {
        return switch (Targets.get().contact(stored.definition())) {
            case Contact.Never never -> Optional.empty();
            case Contact.Trying trying -> Optional.of(Icons.STATE_BUSY);
            case Contact.Reached reached -> Optional.of(Icons.STATE_OK);
            case Contact.Failed failed -> Optional.of(Icons.STATE_FAILED);
        };
    }

    @Override
    public void dispose() {
        Targets.get().removeListener(changed);
        super.dispose();
    }
}
