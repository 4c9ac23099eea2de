#include "command.hpp"

namespace program {
namespace {

const Registered registered[] = {
    Registered{audit_task()},   Registered{ceiling_task()}, Registered{holiday_task()},         Registered{hours_task()},
    Registered{housing_task()}, Registered{month_task()},   Registered{ledighedsydelse_task()}, Registered{municipality_task()},
    Registered{rates_task()},   Registered{rules_task()},   Registered{self_employed_task()},   Registered{tax_task()},
};

}  // namespace
}  // namespace program
