// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "error.h"

#include <tl/expected.hpp>

namespace model::result {

// A value or the reason why there is none. Nothing is thrown.
template<typename T>
using Result = tl::expected<T, Error>;

// Shorthand for `return failure(Kind::NotFound, u"No such product"_s);`
inline tl::unexpected<Error> failure(Kind kind, QString message, QString subject = {})
{
    return tl::unexpected<Error>(Error{kind, std::move(message), std::move(subject)});
}

inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace model::result
