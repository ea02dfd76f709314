package org.poshremote.editor.problems;

import java.util.Optional;
import org.eclipse.core.resources.IMarker;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.poshremote.editor.document.OpenScripts;

/** Quick fixes: the server's code actions that are known already. */
public final class ProblemResolutions implements IMarkerResolutionGenerator2 {
    @Override
    public boolean hasResolutions(IMarker marker) {
        return getResolutions(marker).length > 0;
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        String code = marker.getAttribute(ProblemMarkers.CODE, "");
        int line = marker.getAttribute(IMarker.LINE_NUMBER, 0) - 1;
        return fixes(marker).stream().flatMap(fixes -> fixes.titles(code, line).stream().map(title -> new Resolution(fixes, code, line, title)))
            .toArray(IMarkerResolution[]::new);
    }

    private static Optional<Fixes> fixes(IMarker marker) {
        return OpenScripts.all().stream().filter(script -> script.file().filter(file -> file.equals(marker.getResource())).isPresent())
            .findFirst().flatMap(ProblemMarkers::fixes);
    }

    private record Resolution(Fixes fixes, String code, int line, String title) implements IMarkerResolution2 {
        @Override
        public String getLabel() {
            return title;
        }

        @Override
        public void run(IMarker marker) {
            fixes.apply(code, line, title);
        }

        @Override
        public String getDescription() {
            return null; // the title says it
        }

        @Override
        public Image getImage() {
            return PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_INFO_TSK);
        }
    }
}
