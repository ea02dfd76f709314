package org.poshremote.ui.targets;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider.IStyledLabelProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TargetOrigin;
import org.poshremote.ui.common.Icons;

/** How a target looks: these words and the marks of {@link TargetDecorator} say the same, so that nothing hangs on a colour. */
final class TargetLabels extends LabelProvider implements IStyledLabelProvider {
    @Override
    public StyledString getStyledText(Object element) {
        return switch ((TargetTree.Node) element) {
            case TargetTree.Group group -> new StyledString(group.name());
            case TargetTree.Problem problem -> new StyledString(problem.problem().message())
                    .append("  " + problem.problem().file().getFileName() + ":" + problem.problem().line(), StyledString.QUALIFIER_STYLER);
            case TargetTree.Leaf leaf -> target(leaf.stored());
        };
    }

    private static StyledString target(StoredTarget stored) {
        Target target = stored.definition();
        StyledString text = new StyledString(target.name());
        if (target.protectedTarget()) {
            text.append("  " + Messages.TargetLabels_protected, StyledString.COUNTER_STYLER);
        }
        if (target.unverified()) {
            text.append("  " + Messages.TargetLabels_unverified, StyledString.COUNTER_STYLER);
        }
        String state = stored.unconfirmed().isEmpty() ? state(Targets.get().contact(target)) : Messages.TargetLabels_unconfirmed;
        if (!state.isEmpty()) {
            text.append("  " + state, StyledString.DECORATIONS_STYLER);
        }
        text.append("  " + target.address(), StyledString.QUALIFIER_STYLER);
        if (stored.origin() instanceof TargetOrigin.Project) {
            String project = Targets.projectOf(stored.origin()).map(IProject::getName).orElse(stored.origin().file().toString());
            text.append("  " + NLS.bind(Messages.TargetLabels_project, project), StyledString.QUALIFIER_STYLER);
        }
        return text;
    }

    static String state(Contact contact) {
        return switch (contact) {
            case Contact.Never never -> "";
            case Contact.Trying trying -> Messages.TargetLabels_trying;
            case Contact.Reached reached -> NLS.bind(Messages.TargetLabels_reached, new Object[] {time(reached.when()), reached.node(), millis(reached.took())});
            case Contact.Failed failed -> NLS.bind(Messages.TargetLabels_failed, time(failed.when()), failed.reason());
        };
    }

    private static String time(Instant when) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).format(when.atZone(ZoneId.systemDefault()));
    }

    private static String millis(Duration took) {
        return NLS.bind(Messages.TargetLabels_millis, took.toMillis());
    }

    @Override
    public String getText(Object element) {
        return getStyledText(element).getString();
    }

    @Override
    public Image getImage(Object element) {
        return switch ((TargetTree.Node) element) {
            case TargetTree.Group group -> Icons.GROUP.image();
            case TargetTree.Problem problem -> PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK);
            case TargetTree.Leaf leaf -> Icons.TARGET.image();
        };
    }
}
