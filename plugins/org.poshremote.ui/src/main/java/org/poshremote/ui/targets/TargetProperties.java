package org.poshremote.ui.targets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.poshremote.core.codepage.CodePageChoice;
import org.poshremote.core.target.CertificateChoice;
import org.poshremote.core.target.JumpHost;
import org.poshremote.core.target.ProxyChoice;
import org.poshremote.core.target.StoredTarget;
import org.poshremote.core.target.Target;
import org.poshremote.core.target.TrustChoice;
import org.poshremote.ui.common.Names;

/** A target in the Properties view: to read; it is changed in its wizard, which checks one value against the others. */
final class TargetProperties implements IPropertySource {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<IPropertyDescriptor> descriptors = new ArrayList<>();

    TargetProperties(StoredTarget stored) {
        Target target = stored.definition();
        add(Messages.TargetProperties_target, Messages.TargetProperties_name, target.name());
        add(Messages.TargetProperties_target, Messages.TargetProperties_group, target.group());
        add(Messages.TargetProperties_target, Messages.TargetProperties_protected, yesOrNo(target.protectedTarget()));
        add(Messages.TargetProperties_target, Messages.TargetProperties_notes, target.notes());
        add(Messages.TargetProperties_target, Messages.TargetProperties_file, stored.origin().file().toString());
        add(Messages.TargetProperties_connection, Messages.TargetProperties_address, target.address());
        add(Messages.TargetProperties_connection, Messages.TargetProperties_account, target.user());
        add(Messages.TargetProperties_connection, Messages.TargetProperties_authentication, Names.of(target.authentication()));
        add(Messages.TargetProperties_connection, Messages.TargetProperties_certificate, target.certificate().map(CertificateChoice::typed).orElse(""));
        add(Messages.TargetProperties_connection, Messages.TargetProperties_unencrypted, yesOrNo(target.allowUnencrypted()));
        add(Messages.TargetProperties_connection, Messages.TargetProperties_trust, trust(target.trust()));
        add(Messages.TargetProperties_connection, Messages.TargetProperties_proxy, target.proxy().equals(ProxyChoice.NONE) ? "" : target.proxy().toString());
        add(Messages.TargetProperties_connection, Messages.TargetProperties_jumpHost, target.jumpHost().map(JumpHost::toString).orElse(""));
        add(Messages.TargetProperties_connection, Messages.TargetProperties_kind, Names.of(target.kind()));
        add(Messages.TargetProperties_connection, Messages.TargetProperties_codePage, codePage(target.codePage()));
        add(Messages.TargetProperties_state, Messages.TargetProperties_contact, TargetLabels.state(Targets.get().contact(target)));
    }

    private void add(String category, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        PropertyDescriptor descriptor = new PropertyDescriptor(name, name);
        descriptor.setCategory(category);
        descriptors.add(descriptor);
        values.put(name, value);
    }

    private static String yesOrNo(boolean value) {
        return value ? Messages.TargetProperties_yes : Messages.TargetProperties_no;
    }

    private static String trust(TrustChoice trust) {
        return switch (trust) {
            case TrustChoice.SystemTrust system -> Messages.HowPage_trustSystem;
            case TrustChoice.CaFile file -> Messages.HowPage_trustFile + ": " + file.path();
            case TrustChoice.Pinned pin -> Messages.HowPage_trustPin + ": " + pin.sha256();
            case TrustChoice.Unverified none -> Messages.HowPage_trustNone;
        };
    }

    private static String codePage(CodePageChoice choice) {
        return choice instanceof CodePageChoice.Fixed fixed ? Integer.toString(fixed.number()) : Messages.HowPage_codePageAutomatic;
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        return descriptors.toArray(IPropertyDescriptor[]::new);
    }

    @Override
    public Object getPropertyValue(Object id) {
        return values.get(id);
    }

    @Override
    public Object getEditableValue() {
        return null;
    }

    @Override
    public boolean isPropertySet(Object id) {
        return false;
    }

    @Override
    public void resetPropertyValue(Object id) {
        // nothing can be set here
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        // nothing can be set here
    }

    /** Gives the Properties view what it shows of an element of the Targets view. */
    public static final class Factory implements IAdapterFactory {
        @Override
        public <T> T getAdapter(Object element, Class<T> type) {
            return element instanceof TargetTree.Leaf leaf && type == IPropertySource.class ? type.cast(new TargetProperties(leaf.stored())) : null;
        }

        @Override
        public Class<?>[] getAdapterList() {
            return new Class<?>[] {IPropertySource.class};
        }
    }
}
