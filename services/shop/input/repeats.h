// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <services/assembly/safeguardboard.h>

#include <QUuid>

#include <memory>

namespace services::shop::input {

// Recognises a request that was made before by its idempotency key, which is the id of what it has made.
// While the keys are off, a request that comes again is as good as a new one, and makes something with an id
// of its own. A value.
class Repeats
{
public:
    explicit Repeats(std::shared_ptr<const assembly::SafeguardBoard> board)
        : m_board(std::move(board))
    {
    }

    // What `find` knows by this id: what the request has made before. Nothing: make it, by the id as it is
    // then.
    template<typename Find>
    auto recognised(QString &id, Find find) const -> decltype(find(id))
    {
        auto known = find(id);
        if (!known || !*known || m_board->isOn(model::operation::Safeguard::IdempotencyKeys))
            return known;
        id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        return decltype(find(id))();
    }

private:
    std::shared_ptr<const assembly::SafeguardBoard> m_board;
};

} // namespace services::shop::input
