// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <model/layout/layouter.h>
#include <model/result/result.h>

#include <QObject>

#include <functional>
#include <memory>

namespace services::platform {

// Pictures for the desktop, made in one background thread: by the GridLayouter, or by another one. Belongs to
// whoever composes the program, in whose thread it is made, asked and destroyed.
class Layouts
{
public:
    using Done = std::function<void(model::result::Result<model::layout::Layout>)>;

    Layouts();
    explicit Layouts(std::unique_ptr<model::layout::Layouter> layouter);
    ~Layouts();
    Layouts(const Layouts &) = delete;
    Layouts &operator=(const Layouts &) = delete;

    // `done` is called on the context's event loop, unless a newer request for the same place came meanwhile.
    void request(const QString &place, model::layout::LayoutRequest request, QObject *context, Done done);
    // Nobody waits for that place any more; `done` is not called.
    void cancel(const QString &place);

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace services::platform
