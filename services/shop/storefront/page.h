// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace services::shop::storefront {

// The shop's web page as one document: the style sheet and the script are put into it, and the page's content
// security policy allows exactly these two, by their hashes. Any thread.
QByteArray webPage();

} // namespace services::shop::storefront
