package org.poshremote.editor.preferences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IScopeContext;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.poshremote.editor.coloring.ScriptColoring;
import org.poshremote.editor.common.Help;
import org.poshremote.editor.format.FormatOnSave;

/** How scripts are formatted, with a sample that is formatted so by the embedded server. */
public final class FormatPage extends ScopedPage {
    private final Map<FormatOption, Control> controls = new HashMap<>();
    private FormatChoices choices = FormatChoices.STANDARD;
    private Combo preset;
    private Button onSave;
    private SourceViewer preview;
    private Optional<FormatPreview> formatter = Optional.empty();

    public FormatPage() {
        super(EditorPreferences.Group.FORMATTING, "org.poshremote.editor.formatPreferences", Help.FORMATTING);
        setDescription(Messages.FormatPage_description);
    }

    @Override
    void body(Composite parent) {
        onSave = new Button(parent, SWT.CHECK);
        onSave.setText(Messages.FormatPage_onSave);
        Composite head = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(head);
        new Label(head, SWT.NONE).setText(Messages.FormatPage_preset);
        preset = new Combo(head, SWT.READ_ONLY);
        preset.setItems(Messages.FormatPage_default, Messages.FormatPage_otbs, Messages.FormatPage_stroustrup, Messages.FormatPage_allman);
        preset.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> show(FormatChoices.of(FormatOption.PRESETS.get(preset.getSelectionIndex())))));
        SashForm halves = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).hint(640, 330).applyTo(halves);
        options(halves);
        preview(halves);
        halves.setWeights(1, 1);
    }

    private void options(Composite parent) {
        ScrolledComposite scrolled = new ScrolledComposite(parent, SWT.V_SCROLL);
        Composite all = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(0, 8, 0, 0).applyTo(all);
        for (FormatOption.Section section : FormatOption.Section.values()) {
            Group group = new Group(all, SWT.NONE);
            group.setText(FormatLabels.of(section));
            GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
            FormatOption.ALL.stream().filter(option -> option.section() == section).forEach(option -> control(group, option));
        }
        scrolled.setContent(all);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setMinSize(all.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        // with the keyboard too
        scrolled.setShowFocusedControl(true);
    }

    private void control(Composite group, FormatOption option) {
        if (option.isFlag()) {
            Button button = new Button(group, SWT.CHECK);
            button.setText(FormatLabels.of(option));
            GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
            button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> show(choices.with(option, Boolean.toString(button.getSelection())))));
            controls.put(option, button);
        } else {
            new Label(group, SWT.NONE).setText(FormatLabels.of(option));
            Combo combo = new Combo(group, SWT.READ_ONLY);
            combo.setItems(option.choices().stream().map(FormatLabels::choice).toArray(String[]::new));
            combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> show(choices.with(option, option.choices().get(combo.getSelectionIndex())))));
            controls.put(option, combo);
        }
    }

    private void preview(Composite parent) {
        preview = new SourceViewer(parent, null, SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL | SWT.READ_ONLY);
        preview.setEditable(false);
        preview.getTextWidget().setFont(JFaceResources.getTextFont());
        preview.setDocument(new Document(FormatPreview.SAMPLE));
        ScriptColoring.plain(preview);
        FormatPreview made = new FormatPreview();
        formatter = Optional.of(made);
        preview.getControl().addDisposeListener(e -> made.close());
    }

    private void show(FormatChoices now) {
        choices = now;
        preset.select(FormatOption.PRESETS.indexOf(now.preset()));
        controls.forEach((option, control) -> {
            if (control instanceof Button button) {
                button.setSelection(Boolean.parseBoolean(now.value(option)));
            } else if (control instanceof Combo combo) {
                combo.select(option.choices().indexOf(now.value(option)));
            }
        });
        formatter.ifPresent(asked -> asked.format(now, text -> {
            if (!preview.getControl().isDisposed() && now.equals(choices)) {
                int top = preview.getTextWidget().getTopIndex();
                preview.getDocument().set(text);
                preview.getTextWidget().setTopIndex(top);
            }
        }));
    }

    @Override
    void read(List<IScopeContext> scopes) {
        onSave.setSelection(Boolean.parseBoolean(EditorPreferences.get(FormatOnSave.PREFERENCE, scopes)));
        show(FormatChoices.parse(EditorPreferences.get(FormatChoices.PREFERENCE, scopes)));
    }

    @Override
    void write(IEclipsePreferences node) {
        put(node, FormatOnSave.PREFERENCE, Boolean.toString(onSave.getSelection()), ofProject());
        put(node, FormatChoices.PREFERENCE, choices.text(), ofProject());
    }

    /** For tests: what the sample looks like. */
    String sample() {
        return preview.getDocument().get();
    }

    /** For tests: as a choice in the list does. */
    void choose(String name) {
        show(FormatChoices.of(name));
    }

    /** For tests: every option has words of its own. */
    static List<String> labels() {
        List<String> labels = new ArrayList<>();
        FormatOption.ALL.forEach(option -> labels.add(FormatLabels.of(option)));
        return labels;
    }
}
