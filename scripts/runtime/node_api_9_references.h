// Lets better-sqlite3(-multiple-ciphers) 13, which keeps references to strings (Node-API 10), run on
// runtimes with Node-API 9 (Electron 33, Node 20): a primitive is boxed in a tagged object first.
// Force-include it when compiling the addon: CXXFLAGS="-DNAPI_VERSION=9 -include <this file>".
#pragma once
#include <node_api.h>

// Tells this build from the one in the npm package, wherever the file is found.
__attribute__((used)) static const char kNodeApi9Mark[] = "footnote: compiled for Node-API 9";

static const napi_type_tag kBoxTag = {0x666f6f746e6f7465ULL, 0x626f786564726566ULL};

static inline napi_status boxed_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref* ref) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_symbol || type == napi_external) {
    return napi_create_reference(env, value, count, ref);
  }
  napi_value box;
  if ((status = napi_create_object(env, &box)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &kBoxTag)) != napi_ok) return status;
  return napi_create_reference(env, box, count, ref);
}

static inline napi_status boxed_get_reference_value(napi_env env, napi_ref ref, napi_value* value) {
  napi_status status = napi_get_reference_value(env, ref, value);
  if (status != napi_ok || *value == nullptr) return status;
  napi_valuetype type;
  if ((status = napi_typeof(env, *value, &type)) != napi_ok || type != napi_object) return status;
  bool boxed = false;
  if ((status = napi_check_object_type_tag(env, *value, &kBoxTag, &boxed)) != napi_ok) return status;
  return boxed ? napi_get_element(env, *value, 0, value) : napi_ok;
}

#define napi_create_reference boxed_create_reference
#define napi_get_reference_value boxed_get_reference_value
