package org.poshremote.ui.console;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuCreator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.poshremote.core.codepage.CodePage;
import org.poshremote.core.codepage.CodePages;
import org.poshremote.ui.common.Icons;
import org.poshremote.ui.common.Ui;
import org.poshremote.ui.launch.RemoteProcess;

/** Shows the bytes of a run in another code page, without running again. */
final class RecodeAction extends Action implements IMenuCreator {
    /** Those that consoles of Windows mostly have; the others are in a dialog. */
    private static final List<Integer> COMMON = List.of(65001, 437, 850, 852, 866, 1252, 1250, 1251, 932, 936);

    private final RemoteProcess process;
    private Optional<Menu> menu = Optional.empty();

    RecodeAction(RemoteProcess process) {
        super(Messages.RecodeAction_text, IAction.AS_DROP_DOWN_MENU);
        this.process = process;
        setToolTipText(Messages.RecodeAction_text);
        setImageDescriptor(Icons.CODE_PAGE.descriptor());
        setMenuCreator(this);
    }

    @Override
    public void run() {
        ElementListSelectionDialog dialog = new ElementListSelectionDialog(Ui.shell(), new LabelProvider());
        dialog.setTitle(Messages.RecodeAction_title);
        dialog.setMessage(Messages.RecodeAction_choose);
        dialog.setElements(CodePages.all().stream().filter(page -> page.charset().isPresent()).toArray());
        if (dialog.open() == Window.OK) {
            show((CodePage) dialog.getFirstResult());
        }
    }

    void show(CodePage page) {
        process.run().ifPresent(run -> RecodedConsole.open(process.getLabel(), run.recording(), page));
    }

    @Override
    public Menu getMenu(Control parent) {
        dispose();
        Menu made = new Menu(parent);
        COMMON.stream().map(CodePages::of).filter(page -> page.charset().isPresent()).forEach(page -> item(made, page.toString(), () -> show(page)));
        new MenuItem(made, SWT.SEPARATOR);
        item(made, Messages.RecodeAction_others, this::run);
        menu = Optional.of(made);
        return made;
    }

    private static void item(Menu menu, String text, Runnable action) {
        MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(text);
        item.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> action.run()));
    }

    @Override
    public Menu getMenu(Menu parent) {
        return null;
    }

    @Override
    public void dispose() {
        menu.ifPresent(Menu::dispose);
        menu = Optional.empty();
    }
}
