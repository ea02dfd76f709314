package org.poshremote.languageserver;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.eclipse.lsp4j.AnnotatedTextEdit;
import org.eclipse.lsp4j.TextEdit;

/** Text edits with their annotations as JSON; LSP4J 1.0 writes and reads them without, since it goes by the declared type. */
final class AnnotatedEdits implements TypeAdapterFactory {
    @Override
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
        if (type.getRawType() != TextEdit.class) {
            return null;
        }
        TypeAdapter<T> plain = gson.getDelegateAdapter(this, type);
        TypeAdapter<AnnotatedTextEdit> annotated = gson.getAdapter(AnnotatedTextEdit.class);
        TypeAdapter<JsonElement> json = gson.getAdapter(JsonElement.class);
        return new TypeAdapter<>() {
            @Override
            public void write(JsonWriter out, T value) throws IOException {
                if (value instanceof AnnotatedTextEdit edit) {
                    annotated.write(out, edit);
                } else {
                    plain.write(out, value);
                }
            }

            @Override
            @SuppressWarnings("unchecked")
            public T read(JsonReader in) throws IOException {
                JsonElement edit = json.read(in);
                return edit instanceof JsonObject object && object.has("annotationId") ? (T) annotated.fromJsonTree(edit) : plain.fromJsonTree(edit);
            }
        };
    }
}
