package org.poshremote.editor.text;

import java.net.MalformedURLException;
import java.net.URI;
import org.eclipse.jface.internal.text.html.BrowserInformationControl;
import org.eclipse.jface.internal.text.html.HTMLTextPresenter;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.swt.browser.LocationAdapter;
import org.eclipse.swt.browser.LocationEvent;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.poshremote.editor.common.EditorPlugin;

/** The windows that show HTML, with links to the web where there is a browser widget. */
public final class PopUps {
    /** Makes them; in the UI thread. */
    public static final IInformationControlCreator CREATOR = PopUps::create;

    private PopUps() {
    }

    private static IInformationControl create(Shell parent) {
        if (!BrowserInformationControl.isAvailable(parent)) {
            return new DefaultInformationControl(parent, new HTMLTextPresenter(true));
        }
        BrowserInformationControl control = new BrowserInformationControl(parent, JFaceResources.DIALOG_FONT, true) {
            @Override
            public void setInput(Object input) {
                super.setInput(input instanceof String page ? inColors(page) : input);
            }
        };
        control.addLocationListener(new LocationAdapter() {
            @Override
            public void changing(LocationEvent event) {
                if (event.location.startsWith("https://") || event.location.startsWith("http://")) {
                    event.doit = false;
                    open(event.location);
                }
            }
        });
        return control;
    }

    /** Those of the theme; in the UI thread. */
    private static String inColors(String page) {
        ColorRegistry colors = JFaceResources.getColorRegistry();
        String style = "body{color:" + css(colors.getRGB(JFacePreferences.INFORMATION_FOREGROUND_COLOR)) + ";background:" + css(colors.getRGB(JFacePreferences.INFORMATION_BACKGROUND_COLOR))
            + "} a{color:" + css(colors.getRGB(JFacePreferences.HYPERLINK_COLOR)) + "}";
        return page.replaceFirst("<style>", "<style>" + style);
    }

    private static String css(RGB color) {
        return color == null ? "inherit" : "rgb(" + color.red + "," + color.green + "," + color.blue + ")";
    }

    private static void open(String link) {
        try {
            PlatformUI.getWorkbench().getBrowserSupport().getExternalBrowser().openURL(URI.create(link).toURL());
        } catch (PartInitException | MalformedURLException | IllegalArgumentException e) {
            EditorPlugin.log(link, e);
        }
    }
}
