// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "layouts.h"

#include <model/layout/gridlayouter.h>
#include <services/layout/layoutworker.h>

namespace services::platform {

class Layouts::Worker : public layout::LayoutWorker
{
public:
    using LayoutWorker::LayoutWorker;
};

Layouts::Layouts()
    : Layouts(std::make_unique<model::layout::GridLayouter>())
{
}

Layouts::Layouts(std::unique_ptr<model::layout::Layouter> layouter)
    : m_worker(std::make_unique<Worker>(std::move(layouter)))
{
}

Layouts::~Layouts() = default;

void Layouts::request(const QString &place, model::layout::LayoutRequest request, QObject *context, Done done)
{
    m_worker->request(place, std::move(request), context, std::move(done));
}

void Layouts::cancel(const QString &place)
{
    m_worker->cancel(place);
}

} // namespace services::platform
