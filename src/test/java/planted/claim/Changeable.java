package planted.claim;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/** Injected by field, changed by setter, remembering in statics. */
@SuppressWarnings("NonFinalStaticField")
public class Changeable {

    static int count;

    static final Map<String, String> SEEN = new HashMap<>();

    @Autowired
    String name = "";

    public void setName(String name) {
        this.name = name;
    }
}
